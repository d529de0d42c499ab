package org.cosmofab.bridge.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * A machine behind a serial port. The port is locked: no second driver can open it, in this process or another.
 *
 * <p>Opening may reset the board behind it, because most boards are wired to reset when a port is opened; so a port is
 * opened once and kept.
 */
public final class SerialWire implements Wire {
    private static final int EIO = 5;

    private final String name;
    private final SerialPort port;
    private int readTimeoutMillis = -1;

    private SerialWire(String name, SerialPort port) {
        this.name = name;
        this.port = port;
    }

    /**
     * Opens the port anew each time.
     *
     * @param path of the device or of a symbolic link to it
     */
    public static WireOpener opener(String path, int baud) {
        return () -> open(path, baud);
    }

    /**
     * Has something done when this process is told to end, while its ports are still open. The library closes them all in a
     * shutdown hook, and the hooks of a process run at the same time; what a program must still say to its machines it
     * says here.
     */
    public static void beforePortsClose(Runnable work) {
        SerialPort.addShutdownHook(new Thread(work, "before ports close"));
    }

    private static Wire open(String path, int baud) {
        SerialPort port = port(path);
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        // The error code may be non-zero on success (a pseudo-terminal has no modem lines), so only the answer counts.
        if (!port.openPort()) {
            throw new WireUnavailable("cannot open " + path + " (error " + port.getLastErrorCode()
                    + "); is it plugged in, may this user use it, and does no other program hold it?");
        }
        return new SerialWire(path, port);
    }

    private static SerialPort port(String path) {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new WireUnavailable("there is no port " + path + "; is the machine plugged in and switched on?", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** A port that is gone takes 0 bytes and still says that it is open, so a short count is the only sign. */
    @Override
    public void write(byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - done, done);
            if (count <= 0) {
                throw new WireUnavailable(name + " takes no more bytes: it was unplugged or closed");
            }
            done += count;
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        patience((int) timeout.toMillis());
        int count = port.readBytes(buffer, buffer.length);
        if (count < 0 || (count == 0 && (!port.isOpen() || port.getLastErrorCode() == EIO))) {
            throw new WireUnavailable(name + " is gone: it was unplugged or closed");
        }
        return count;
    }

    @Override
    public void close() {
        port.closePort();
    }

    private void patience(int millis) {
        if (millis == readTimeoutMillis) {
            return;
        }
        readTimeoutMillis = millis;
        int mode = millis == 0 ? SerialPort.TIMEOUT_NONBLOCKING : SerialPort.TIMEOUT_READ_SEMI_BLOCKING;
        port.setComPortTimeouts(mode, millis, 0);
    }
}
