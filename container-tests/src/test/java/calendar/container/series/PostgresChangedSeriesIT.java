package calendar.container.series;

import calendar.container.Deployments;
import calendar.container.PostgresSeriesStorages;
import calendar.series.ChangedSeriesContract;
import calendar.series.SeriesStorages;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PostgresChangedSeriesIT extends ChangedSeriesContract {

  @Inject private PostgresSeriesStorages storages;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
