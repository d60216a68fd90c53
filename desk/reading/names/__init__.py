"""Words that name somebody or something: contenders, places, agencies, contests."""
