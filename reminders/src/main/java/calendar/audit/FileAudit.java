package calendar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.error.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The audit in a file. When lines begin to fail, and when they can be written again, the log gets
 * one line; the first new line of the file then says how many are missing. Safe for use by several
 * threads.
 */
public final class FileAudit implements Audit, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FileAudit.class.getName());
  private static final long LARGEST_FILE = 64 * 1024 * 1024;
  private static final int KEPT_FILES = 15;

  private final Path path;
  private final AuditFile file;
  private final boolean required;
  private final Clock clock;
  private final Runnable lost;
  private long missing;

  /**
   * @param required true to refuse changes while lines cannot be written
   * @param lost runs for each line that could not be written
   */
  public FileAudit(Path path, boolean required, Clock clock, Runnable lost) {
    this(path, new AuditFile(path, LARGEST_FILE, KEPT_FILES), required, clock, lost);
  }

  FileAudit(Path path, AuditFile file, boolean required, Clock clock, Runnable lost) {
    this.path = path;
    this.file = file;
    this.required = required;
    this.clock = clock;
    this.lost = lost;
  }

  @Override
  public synchronized void write(AuditEntry entry) {
    try {
      reportMissing();
      append(entry);
    } catch (IOException failure) {
      lose(failure);
      if (required) {
        throw unwritable();
      }
    }
  }

  @Override
  public synchronized void requireWritable() {
    if (!required || missing == 0) {
      return;
    }
    try {
      reportMissing();
    } catch (IOException still) {
      throw unwritable();
    }
  }

  private void reportMissing() throws IOException {
    if (missing > 0) {
      append(
          new AuditEntry(
              clock.instant(),
              "system:audit",
              "LinesMissing",
              "",
              "",
              Outcome.OK,
              Map.of("count", Long.toString(missing))));
      LOG.log(
          Level.INFO,
          "The audit file {0} can be written again; {1,number,#} lines are missing",
          new Object[] {path, missing});
      missing = 0;
    }
  }

  private void append(AuditEntry entry) throws IOException {
    file.append(AuditJson.line(entry).getBytes(UTF_8));
  }

  private void lose(IOException failure) {
    if (missing == 0) {
      LOG.log(
          Level.SEVERE,
          "Cannot write the audit file {0}: {1}. {2}",
          new Object[] {
            path,
            failure,
            required
                ? "Changes get UNAVAILABLE until it can be written (audit.required)"
                : "Changes go on without a line (calendar_audit_lines_lost_total counts them)"
          });
    }
    missing++;
    lost.run();
  }

  private static StorageUnavailableException unwritable() {
    return new StorageUnavailableException("the audit file cannot be written; try again later");
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
