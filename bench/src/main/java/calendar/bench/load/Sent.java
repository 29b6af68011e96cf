package calendar.bench.load;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;

/** A call in flight: adds its latency to the tally when it ends, then runs the next step. */
final class Sent extends ClientCall.Listener<Integer> {
  private final Tally tally;
  private final long since;
  private final Runnable next;

  private Sent(Tally tally, long since, Runnable next) {
    this.tally = tally;
    this.since = since;
    this.next = next;
  }

  /**
   * Sends a call.
   *
   * @param since the time that its latency counts from, by {@link System#nanoTime}
   * @param next runs once the call has ended, on the network's thread
   */
  static ClientCall<byte[], Integer> send(
      Channel channel, Call call, CallOptions options, Tally tally, long since, Runnable next) {
    ClientCall<byte[], Integer> sent = channel.newCall(call.method(), options);
    sent.start(new Sent(tally, since, next), new Metadata());
    sent.request(1);
    sent.sendMessage(call.request());
    sent.halfClose();
    return sent;
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    tally.ended(status.getCode(), System.nanoTime() - since);
    next.run();
  }
}
