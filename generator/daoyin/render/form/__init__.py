"""Forms to fill in, for every document that has fields: as DOCX for a word processor, as PDF for a pen."""

from daoyin.render.form.docx import docx
from daoyin.render.form.pdf import pdf

__all__ = ["docx", "pdf"]
