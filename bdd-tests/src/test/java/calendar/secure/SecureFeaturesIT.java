package calendar.secure;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.PLUGIN_PROPERTY_NAME;
import static io.cucumber.core.options.Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Runs the scenarios with {@code @entrance} against an API with TLS and tokens. Every owner calls
 * as itself. Fails if a method of the API, or a reason that a caller can provoke, has no scenario.
 */
@Suite
@IncludeEngines("cucumber")
@IncludeTags("entrance")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "calendar.bdd, calendar.secure")
@ConfigurationParameter(key = PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, value = "true")
@ConfigurationParameter(
    key = PLUGIN_PROPERTY_NAME,
    value = "html:target/reports/secure-features.html, junit:target/reports/secure-features.xml")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
class SecureFeaturesIT {}
