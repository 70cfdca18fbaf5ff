"""To follow the register from elsewhere: feeds for people, and what search engines and other services read."""
