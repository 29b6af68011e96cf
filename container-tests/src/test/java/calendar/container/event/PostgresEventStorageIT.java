package calendar.container.event;

import calendar.api.Configured;
import calendar.container.Deployments;
import calendar.event.EventStorage;
import calendar.event.EventStorageContract;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PostgresEventStorageIT extends EventStorageContract {

  @Inject @Configured private EventStorage storage;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
