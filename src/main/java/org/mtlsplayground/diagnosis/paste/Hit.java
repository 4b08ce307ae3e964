package org.mtlsplayground.diagnosis.paste;

import java.util.List;

/**
 * Words that were found in a text.
 *
 * @param at the place of their first character
 * @param facts what stood in their gaps
 */
record Hit(Rule rule, int at, List<Fact> facts) {}
