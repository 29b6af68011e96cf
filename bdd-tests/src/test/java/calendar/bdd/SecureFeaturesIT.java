package calendar.bdd;

import static io.cucumber.core.options.Constants.FILTER_TAGS_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.PLUGIN_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME;

import calendar.bdd.system.SystemHooks;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Runs the features at the entrance once more with TLS and tokens: every method, and every refusal
 * that a caller can cause.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = FILTER_TAGS_PROPERTY_NAME, value = "@entrance")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "calendar.bdd")
@ConfigurationParameter(key = PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, value = "true")
@ConfigurationParameter(
    key = PLUGIN_PROPERTY_NAME,
    value = "html:target/reports/secure-features.html, junit:target/reports/secure-features.xml")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
class SecureFeaturesIT {
  @BeforeSuite
  static void secure() {
    SystemHooks.startSecureSystem(true);
  }

  @AfterSuite
  static void open() {
    SystemHooks.startSecureSystem(false);
  }
}
