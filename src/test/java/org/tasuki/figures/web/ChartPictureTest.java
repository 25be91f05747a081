package org.tasuki.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A chart as points shows what the drawing shows, in Japanese too, on a machine without fonts. */
class ChartPictureTest {

    private static final BarChart.Bar BAR = new BarChart.Bar("身体的虐待", 12, 8, "12", "8");

    @Test
    void barsAndJapaneseWordsAreThere() throws IOException {
        byte[] png = ChartPicture.png(chart(List.of(BAR, new BarChart.Bar("ネグレクト", 3, 9, "3", "9"))));
        Files.write(Files.createDirectories(Path.of("target", "screens")).resolve("chart.png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getRGB(600, 150) & 0xffffff).as("the bar").isEqualTo(0x0017c1);
        assertThat(inked(image, "身体的虐待"))
                .as("five characters, not five boxes")
                .isNotEqualTo(inked(
                        ImageIO.read(new ByteArrayInputStream(
                                ChartPicture.png(chart(List.of(new BarChart.Bar("心理的虐待", 12, 8, "12", "8")))))),
                        ""));
    }

    /** A list of any length makes a picture of bounded size. */
    @Test
    void aLongListStaysSmall() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(ChartPicture.png(chart(Collections.nCopies(200, BAR)))));
        assertThat(image.getHeight()).isEqualTo(8_000);
    }

    private static String chart(List<BarChart.Bar> bars) {
        return new BarChart("受理件数 <虐待の種別>", "-", "令和8年度（2026）", "令和7年度（2025）", bars).svg();
    }

    /** How many points of the first label are dark. */
    private static int inked(BufferedImage image, String label) {
        int dark = 0;
        for (int x = 0; x < 440; x++) {
            for (int y = 130; y < 180; y++) {
                dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        assertThat(dark).as(label).isGreaterThan(300);
        return dark;
    }
}
