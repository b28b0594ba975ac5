"""The texts and the HTML of the page: everything it shows, nothing of how answers are found."""
