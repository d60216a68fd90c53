"""What posts say in some kinds of election only: parts of the country, seats, half of the votes."""
