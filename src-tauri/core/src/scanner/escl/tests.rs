//! What devices answer, and what is made of it.
