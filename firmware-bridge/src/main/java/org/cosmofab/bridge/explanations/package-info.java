/**
 * What a firmware's numbers and last words mean, and the next safe thing to do, in the languages that people here speak.
 *
 * <p>An explanation has a code, such as {@code grblhal/alarm/10}, which travels beside the words: whoever shows it to a
 * person looks the words up again in that person's language. The same number means different things in different
 * firmwares, so there is no lookup by number alone. It decides nothing about a run.
 */
@NullMarked
package org.cosmofab.bridge.explanations;

import org.jspecify.annotations.NullMarked;
