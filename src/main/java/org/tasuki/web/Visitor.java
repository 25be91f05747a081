package org.tasuki.web;

import java.util.Set;

/**
 * Who reads the page, as far as the header shows it.
 *
 * @param name the person's name as colleagues write it
 * @param duty roles in words, in the reader's language
 * @param place center or agency, in the reader's language
 * @param cases whether there are any cases for them to look for
 * @param practising whether they sit in a class, where no case is real
 * @param roles the role keys that decide which entries of the navigation appear
 */
public record Visitor(String name, String duty, String place, boolean cases, boolean practising, Set<String> roles) {}
