"""Drivers of the pipeline: on one machine (``local``) and on a cluster, over the same functions (``stages``)."""
