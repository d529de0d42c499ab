package org.cosmofab.bridge.simulated;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * The machine's end of a pseudo-terminal, whose other end any program can open as a serial port. Linux only.
 *
 * <p>The other end may be closed and opened again: it is held open here as well, so this end never hangs up. What is
 * written while nobody reads is lost once the kernel's buffer is full, as on a serial line.
 */
public final class PseudoTerminal implements Wire {
    private static final Duration WRITE_WAIT = Duration.ofMillis(200);
    private static final int PATH_BYTES = 256;

    private final int machineEnd;
    private final int hostEnd;
    private final Path device;
    /** Held while the descriptors are in use, so that they are not closed under somebody's hands. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;
    private boolean nobodyReads;
    private boolean released;

    private PseudoTerminal(int machineEnd, int hostEnd, Path device) {
        this.machineEnd = machineEnd;
        this.hostEnd = hostEnd;
        this.device = device;
    }

    /**
     * Makes a new one.
     *
     * @throws WireUnavailable if the system has none to give
     */
    public static PseudoTerminal open() {
        int machineEnd = LibC.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK);
        check(machineEnd, "posix_openpt");
        check(LibC.grantpt(machineEnd), "grantpt");
        check(LibC.unlockpt(machineEnd), "unlockpt");
        byte[] name = new byte[PATH_BYTES];
        check(-LibC.ptsname_r(machineEnd, name, new NativeLong(name.length)), "ptsname_r");
        String path = Native.toString(name, StandardCharsets.US_ASCII);
        int hostEnd = LibC.open(path, LibC.O_RDWR | LibC.O_NOCTTY);
        check(hostEnd, "open " + path);
        makeRaw(hostEnd);
        return new PseudoTerminal(machineEnd, hostEnd, Path.of(path));
    }

    /** No echo, no translation of line ends: else the machine would hear itself. */
    private static void makeRaw(int fd) {
        byte[] termios = new byte[LibC.TERMIOS_BYTES];
        check(LibC.tcgetattr(fd, termios), "tcgetattr");
        LibC.cfmakeraw(termios);
        check(LibC.tcsetattr(fd, LibC.TCSANOW, termios), "tcsetattr");
    }

    private static void check(int result, String what) {
        if (result < 0) {
            throw new WireUnavailable("no pseudo-terminal: " + what + " failed (error " + Native.getLastError() + ")");
        }
    }

    /** The device that the host opens, such as {@code /dev/pts/5}. */
    public Path device() {
        return device;
    }

    @Override
    public String name() {
        return device.toString();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        reading.lock();
        try {
            requireOpen();
            if (!isReady(LibC.POLLIN, timeout)) {
                return 0;
            }
            int count =
                    LibC.read(machineEnd, buffer, new NativeLong(buffer.length)).intValue();
            return Math.max(0, count);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void write(byte[] bytes) {
        writing.lock();
        try {
            requireOpen();
            byte[] left = bytes;
            while (left.length > 0 && isReady(LibC.POLLOUT, nobodyReads ? Duration.ZERO : WRITE_WAIT)) {
                int count = LibC.write(machineEnd, left, new NativeLong(left.length))
                        .intValue();
                left = Arrays.copyOfRange(left, Math.max(0, count), left.length);
                nobodyReads = false;
            }
            nobodyReads = left.length > 0;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        reading.lock();
        writing.lock();
        try {
            closeOnce();
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    private void closeOnce() {
        if (!released) {
            released = true;
            LibC.close(hostEnd);
            LibC.close(machineEnd);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new WireUnavailable(device + " is closed");
        }
    }

    /** Source: poll(2); struct pollfd is an int and two shorts. */
    private boolean isReady(short events, Duration timeout) {
        byte[] descriptor = ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt(machineEnd)
                .putShort(events)
                .array();
        // A part of a millisecond is waited as a whole one, for 0 would mean not to wait.
        long millis = (timeout.toNanos() + 999_999) / 1_000_000;
        int ready = LibC.poll(descriptor, new NativeLong(1), (int) millis);
        short happened =
                ByteBuffer.wrap(descriptor).order(ByteOrder.nativeOrder()).getShort(6);
        return ready > 0 && (happened & events) != 0;
    }
}
