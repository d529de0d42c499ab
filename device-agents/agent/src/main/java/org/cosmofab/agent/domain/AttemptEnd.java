package org.cosmofab.agent.domain;

/**
 * The end of an accepted attempt.
 *
 * @param line where it ended, a line of the source file from 1: the line to blame of a failed attempt, else the last
 *     acknowledged one; 0 is before the first
 * @param lines the last line of the program
 * @param reason words for a person, may be empty
 */
public record AttemptEnd(
        AttemptId attempt, MachineId machine, Outcome outcome, int line, int lines, String reason, Use use) {}
