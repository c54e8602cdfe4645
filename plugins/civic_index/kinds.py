"""What the civic index adds to the plan: the cloud of topics, topics, levels, activities, the matrix and its cells."""

from __future__ import annotations

from plugins.civic_index.crossed import compose_activity, compose_level, outline_activities, outline_levels
from plugins.civic_index.matrix_page import compose_cell, compose_matrix, outline_cells, outline_matrix
from plugins.civic_index.topic import compose_topic, outline_topics
from plugins.civic_index.topic_cloud import compose_cloud, outline_cloud
from plugins.plan.identity import Kind
from plugins.plan.listing_page import no_posts, shown_on

KINDS = (
    Kind("cloud", outline_cloud, compose_cloud, shows=no_posts),
    Kind("topic", outline_topics, compose_topic, shows=shown_on, reads=no_posts),
    Kind("level", outline_levels, compose_level, shows=shown_on, reads=no_posts),
    Kind("activity", outline_activities, compose_activity, shows=shown_on, reads=no_posts),
    Kind("matrix", outline_matrix, compose_matrix, shows=no_posts),
    Kind("cell", outline_cells, compose_cell, shows=shown_on, reads=no_posts),
)
