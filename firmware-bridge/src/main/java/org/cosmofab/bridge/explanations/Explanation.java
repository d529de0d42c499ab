package org.cosmofab.bridge.explanations;

/**
 * What a firmware's word means, for a person who stands before the machine.
 *
 * @param code such as {@code grblhal/alarm/10}; the same in every language
 * @param meaning what has happened
 * @param nextAction the next safe thing to do
 */
public record Explanation(String code, String meaning, String nextAction) {

    /** Both in one sentence. */
    public String words() {
        return meaning + "; " + nextAction;
    }
}
