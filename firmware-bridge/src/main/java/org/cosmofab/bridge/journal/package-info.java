/**
 * Which lines of a program were sent and which were acknowledged, in a file per attempt, always on.
 *
 * <p>A {@link org.cosmofab.bridge.journal.LineJournal} costs a few stores into mapped memory per line; a
 * {@link org.cosmofab.bridge.journal.JournalFolder} holds the files, syncs them off the streaming thread and keeps those of
 * attempts that did not end well until a person dismisses them. {@link org.cosmofab.bridge.journal.LineRecord} is what can
 * be read at any time, by any process, after any end of the one that wrote.
 *
 * <p>It draws no conclusions: where a run could go on is the affair of {@code resume}.
 */
@NullMarked
package org.cosmofab.bridge.journal;

import org.jspecify.annotations.NullMarked;
