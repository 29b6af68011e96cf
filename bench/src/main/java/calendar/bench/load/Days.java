package calendar.bench.load;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.GetEventRequest;
import calendar.v1.ListDayEventsRequest;
import com.google.type.Date;
import io.grpc.MethodDescriptor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Calls that read what {@link calendar.bench.limit.Rows} has filled: an owner's day, or one of the
 * events. Each call is one of a few thousand that are made beforehand, drawn at random.
 */
public final class Days {
  private static final int PREPARED = 4_096;
  private static final MethodDescriptor<byte[], Integer> LIST =
      EncodedMethod.of(CalendarServiceGrpc.getListDayEventsMethod());
  private static final MethodDescriptor<byte[], Integer> GET =
      EncodedMethod.of(CalendarServiceGrpc.getGetEventMethod());

  private Days() {}
