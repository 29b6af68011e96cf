package calendar.container.access;

import calendar.access.AccessStorage;
import calendar.access.AccessStorageContract;
import calendar.api.Configured;
import calendar.container.Deployments;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Grants in the transactions of the container. */
@ExtendWith(ArquillianExtension.class)
class PostgresAccessIT extends AccessStorageContract {

  @Inject @Configured private AccessStorage storage;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  @Override
  protected AccessStorage storage() {
    return storage;
  }

  @Override
  protected ThreadFactory threads() {
    return threads;
  }
}
