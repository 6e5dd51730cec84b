"""What a chart shows: a procedure, a road or a questionnaire -> the graph that `diagram` draws."""

from daoyin.chart.label import PENDING, badge, lane_name, leaders, written
from daoyin.chart.procedure import procedure
from daoyin.chart.questionnaire import questionnaire
from daoyin.chart.road import road

__all__ = ["PENDING", "badge", "lane_name", "leaders", "procedure", "questionnaire", "road", "written"]
