"""What statements are read from: marks, passages and signs, who is in the article, who has spoken.

`marks` pairs quotation marks; `passage` cuts the prose into blocks with words, marks and sentence ends; `signs` finds
the words to start from, by the function words of `grammar`; `cast` tells where the article's entities stand; `memory`
keeps who spoke, and `scripture` whom a formula means.
"""
