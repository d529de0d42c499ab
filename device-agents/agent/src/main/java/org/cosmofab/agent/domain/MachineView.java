package org.cosmofab.agent.domain;

import org.cosmofab.bridge.machine.MachineStatus;

/**
 * A machine as the agent shows it.
 *
 * @param process what it does: {@code print}, {@code laser} or {@code mill}
 * @param dialect what its firmware speaks
 * @param detail words for a person, may be empty
 */
public record MachineView(
        MachineId machine, String process, String dialect, MachineStatus.State state, String detail, boolean cleared) {

    /** The same machine when nobody can say how it is. */
    public MachineView unheard() {
        return new MachineView(machine, process, dialect, MachineStatus.State.UNKNOWN, "", cleared);
    }
}
