"""What changes of a night while it runs: places that come, go and are called otherwise."""
