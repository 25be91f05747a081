package org.tasuki.launch;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var build = PropertiesLoaderUtils.loadProperties(new ClassPathResource("META-INF/build-info.properties"));
        return new String[] {"tasuki " + build.getProperty("build.version")};
    }
}
