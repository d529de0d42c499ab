package org.cosmofab.orchestrator.preparation.slicer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.cosmofab.orchestrator.preparation.domain.SlicerSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The slicer of this system, looked for once; one slice at a time, because one takes all cores it can get. */
@ApplicationScoped
public class SystemSlicer {
    private static final String SETTINGS = "/preparation/fdm-pla-0.28.ini";

    private final Optional<PrusaSlicer> slicer;
    private final Semaphore turn = new Semaphore(1, true);
    private final SlicerSettings settings = load();
    private final Optional<Sandbox> sandbox;

    SystemSlicer(@ConfigProperty(name = "cosmofab.slicer.enabled", defaultValue = "true") boolean enabled) {
        this.sandbox = enabled ? Optional.of(Sandbox.find()) : Optional.empty();
        this.slicer = sandbox.flatMap(PrusaSlicer::find);
    }

    /** Name and version, if there is one. */
    public Optional<String> version() {
        return slicer.map(s -> "PrusaSlicer " + s.version());
    }

    /** Whether a slicer is here, but this system denies it its fence. */
    public boolean isUnfenced() {
        return slicer.map(s -> !s.isFenced()).orElse(false);
    }

    /** How the slicer is kept from the rest of this system, in a few words. */
    public String sandbox() {
        return sandbox.map(Sandbox::inWords).orElse("not asked for");
    }

    /** Every setting that parts are sliced with. */
    public SlicerSettings settings() {
        return settings;
    }

    /**
     * Slices a mesh; waits for its turn.
     *
     * @throws PrusaSlicer.Failed if there is no slicer, or it does not end well
     */
    public byte[] slice(byte[] mesh, SlicerSettings settings) throws PrusaSlicer.Failed {
        PrusaSlicer found = slicer.orElseThrow(() -> new PrusaSlicer.Failed("there is no slicer"));
        try {
            turn.acquire();
            try {
                return found.slice(mesh, settings);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrusaSlicer.Failed("it was interrupted");
        }
    }

    private static SlicerSettings load() {
        try (InputStream file = SystemSlicer.class.getResourceAsStream(SETTINGS)) {
            if (file == null) {
                throw new IllegalStateException("the slicer settings " + SETTINGS + " are missing from the package");
            }
            return SlicerSettings.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
