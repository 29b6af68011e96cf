package calendar.api.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The file descriptors of this process: sockets, files, jars. Safe for use by several threads. */
public final class FileDescriptors {
  private FileDescriptors() {}

  /** How many may be open at once; {@link Long#MAX_VALUE} if the system does not say. */
  public static long limit() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  /** How many are open now; 0 if the system does not say. Takes time that grows with the number. */
  public static long open() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      try {
        return unix.getOpenFileDescriptorCount();
      } catch (InternalError none) {
        // Counting needs a descriptor itself, so none is left.
        return unix.getMaxFileDescriptorCount();
      }
    }
    return 0;
  }
}
