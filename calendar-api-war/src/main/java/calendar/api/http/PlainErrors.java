package calendar.api.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a request that fails, such as one for an unknown path, with one line of plain text. */
@Provider
public class PlainErrors implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException refusal) {
    Response.StatusType status = refusal.getResponse().getStatusInfo();
    return Response.fromResponse(refusal.getResponse())
        .type(MediaType.TEXT_PLAIN)
        .entity("%d %s\n".formatted(status.getStatusCode(), status.getReasonPhrase()))
        .build();
  }
}
