/**
 * The agent's memory, made to survive kill -9 and power loss.
 *
 * <p>{@link org.cosmofab.agent.journal.AttemptJournal} keeps what must be true after a restart in one append-only file:
 * answers, fences, clearings and the events that nobody has acknowledged; a state and the event that tells of it are one
 * record, so there is never one without the other. {@link org.cosmofab.agent.journal.AttemptLines} notes each
 * line that is sent and acknowledged, cheaply. {@link org.cosmofab.agent.journal.EventOutbox} sends events until they are acknowledged.
 *
 * <p>It decides nothing: what may start is the domain's affair.
 */
@NullMarked
package org.cosmofab.agent.journal;

import org.jspecify.annotations.NullMarked;
