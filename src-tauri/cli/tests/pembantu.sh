#!/bin/sh
# A helper that does what a driver does when it fails: reads what is asked, then what the variable says.
read -r ask
eval "$BEHAVIOUR"
