package org.cosmofab.agent.posts;

import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.AttemptLines;

/**
 * What the posts of one agent share.
 *
 * @param changed told when a machine is not as it was; returns at once
 */
public record Workplace(
        AttemptJournal journal, AttemptLines lines, ProgramSource programs, Clocks clocks, Runnable changed) {}
