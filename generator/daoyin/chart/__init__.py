"""What a chart shows: a procedure, a road or a questionnaire -> the graph that `diagram` draws."""

from daoyin.chart.label import badge, lane_name, leaders
from daoyin.chart.procedure import procedure
from daoyin.chart.questionnaire import questionnaire
from daoyin.chart.road import road

__all__ = ["badge", "lane_name", "leaders", "procedure", "questionnaire", "road"]
