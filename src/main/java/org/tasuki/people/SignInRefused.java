package org.tasuki.people;

/** Somebody came from the identity provider and was not let in; told to whoever keeps a trail of it, without a name. */
public record SignInRefused(String why) {}
