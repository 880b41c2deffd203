"""The trained part of the classifier: a linear model over words, pieces of words, the form of a message and what the rules saw.

At run time this is standard library only: `features` turns a message into features, `weights` loads the exported model,
`infer` adds up. `train`, `validation` and `report` make and measure the model; they need scikit-learn and are never imported
by the daemon.
"""
