"""Whether two claims can be of one subject: place, organisation, event."""
