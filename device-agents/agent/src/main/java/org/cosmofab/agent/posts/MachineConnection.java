package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.jspecify.annotations.Nullable;

/** A machine's driver while it answers. Changed by its post's thread only, read from any. */
final class MachineConnection {
    private static final Logger LOG = System.getLogger(MachineConnection.class.getName());

    private final MachineSettings settings;
    private final Clock workshop;
    private volatile @Nullable Connected connected;
    private volatile String trouble = "not connected yet";

    private record Connected(MachineDriver driver, FirmwareIdentity identity) {}

    MachineConnection(MachineSettings settings, Clock workshop) {
        this.settings = settings;
        this.workshop = workshop;
    }

    /** Connects if it is not; a port is opened once and kept. */
    boolean ensure() {
        Connected now = connected;
        if (now != null && now.driver.status().state() != MachineStatus.State.UNREACHABLE) {
            return true;
        }
        if (now != null) {
            drop(now.driver.status().detail());
        }
        return connect();
    }

    private boolean connect() {
        MachineDriver driver = settings.driver().get();
        try {
            FirmwareIdentity identity = driver.connect();
            connected = new Connected(driver, identity);
            LOG.log(Level.INFO, "{0} at {1}: {2}", settings.machine(), settings.place(), firmware());
            return true;
        } catch (MachineUnreachable e) {
            driver.close();
            if (!trouble.equals(e.getMessage())) {
                LOG.log(Level.WARNING, "{0} at {1}: {2}", settings.machine(), settings.place(), e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
            return false;
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    void drop(String why) {
        Connected now = connected;
        trouble = why;
        connected = null;
        if (now != null) {
            now.driver.close();
        }
    }

    Optional<MachineDriver> driver() {
        Connected now = connected;
        return now == null ? Optional.empty() : Optional.of(now.driver);
    }

    String firmware() {
        Connected now = connected;
        return now == null ? "" : (now.identity.name() + " " + now.identity.version()).strip();
    }

    MachineStatus status() {
        Connected now = connected;
        return now != null
                ? now.driver.status()
                : new MachineStatus(
                        MachineStatus.State.UNREACHABLE,
                        workshop.instant(),
                        trouble,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
