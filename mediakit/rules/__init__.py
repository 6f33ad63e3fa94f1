"""Where in a text does it stand? Each rule takes a `Text` and gives places that a learner can read and mark."""
