package calendar.bench.system;

import calendar.client.Address;
import calendar.local.DatabaseAccess;
import calendar.local.LocalStack;
import java.util.Optional;

/** A system that somebody else runs: it is loaded, but none of its processes is touched. */
public record GivenSystem(Address grpc, DatabaseAccess database) implements BenchedSystem {

  @Override
  public Optional<LocalStack> own() {
    return Optional.empty();
  }

  @Override
  public String describe() {
    return "the system at " + grpc;
  }

  @Override
  public void close() {
    // It is somebody else's.
  }
}
