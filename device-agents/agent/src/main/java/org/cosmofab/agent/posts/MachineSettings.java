package org.cosmofab.agent.posts;

import java.util.function.Supplier;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.machine.MachineDriver;

/**
 * A machine as its agent is told of it.
 *
 * @param process {@code print}, {@code laser} or {@code mill}
 * @param place where it is reached, for messages
 * @param driver makes a driver that is not connected yet, each time that one is needed
 */
public record MachineSettings(
        MachineId machine,
        String process,
        Dialect dialect,
        String place,
        PowerProfile power,
        Supplier<MachineDriver> driver) {}
