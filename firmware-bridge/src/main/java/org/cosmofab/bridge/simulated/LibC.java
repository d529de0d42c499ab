package org.cosmofab.bridge.simulated;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The few functions of the C library that make a pseudo-terminal. */
final class LibC {
    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int TCSANOW = 0;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    /** More than any Linux port's struct termios. */
    static final int TERMIOS_BYTES = 256;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int posix_openpt(int flags);

    static native int grantpt(int fd);

    static native int unlockpt(int fd);

    static native int ptsname_r(int fd, byte[] buffer, NativeLong length);

    static native int open(String path, int flags);

    static native int close(int fd);

    static native NativeLong read(int fd, byte[] buffer, NativeLong count);

    static native NativeLong write(int fd, byte[] buffer, NativeLong count);

    static native int poll(byte[] descriptors, NativeLong count, int timeoutMillis);

    static native int tcgetattr(int fd, byte[] termios);

    static native void cfmakeraw(byte[] termios);

    static native int tcsetattr(int fd, int actions, byte[] termios);
}
