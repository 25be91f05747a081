package org.tasuki.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The font of everything printed, for pictures that the server draws. It is made known with the first one: few offices draw any. */
public final class PictureFont {

    private PictureFont() {}

    /** By its name, {@code Noto Sans JP}, from now on. */
    public static void makeKnown() {
        if (!Known.NOW) {
            throw new IllegalStateException("the font is not there");
        }
    }

    private static final class Known {

        static final boolean NOW = register();

        private static boolean register() {
            try (InputStream file = new ClassPathResource(PaperFont.FILE).getInputStream()) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(Font.createFont(Font.TRUETYPE_FONT, file));
                return true; // false is said of one that the machine itself has
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            } catch (FontFormatException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
