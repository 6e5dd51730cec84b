"""Forms to fill in, for every document that has fields: as DOCX for a word processor, as PDF for a pen."""

from daoyin.render.form.docx import HEIGHT, docx
from daoyin.render.form.pdf import pdf
from daoyin.render.form.sheet import form

__all__ = ["HEIGHT", "docx", "form", "pdf"]
