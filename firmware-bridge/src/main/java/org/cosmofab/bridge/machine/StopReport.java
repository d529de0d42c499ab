package org.cosmofab.bridge.machine;

import java.time.Duration;

/**
 * What was seen after a stop.
 *
 * @param observed whether the machine was seen to have stopped; if not, use the switch
 * @param after how long it took to see it, or how long was waited in vain; real time
 * @param evidence what showed it, in the firmware's words, or why nothing did
 */
public record StopReport(boolean observed, Duration after, String evidence) {}
