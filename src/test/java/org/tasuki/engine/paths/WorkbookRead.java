package org.tasuki.engine.paths;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook read back: the words of each cell, sheet by sheet. */
public final class WorkbookRead {

    private WorkbookRead() {}

    public static Map<String, List<List<String>>> sheets(byte[] book) throws Exception {
        Map<String, Document> parts = parts(book);
        List<String> words = new ArrayList<>();
        for (Element one : of(parts.get("xl/sharedStrings.xml"), "si")) {
            words.add(one.getTextContent());
        }
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        int at = 1;
        for (Element sheet : of(parts.get("xl/workbook.xml"), "sheet")) {
            sheets.put(sheet.getAttribute("name"), rows(parts.get("xl/worksheets/sheet" + at++ + ".xml"), words));
        }
        return sheets;
    }

    private static List<List<String>> rows(Document sheet, List<String> words) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : of(sheet, "row")) {
            List<String> cells = new ArrayList<>();
            NodeList all = row.getElementsByTagName("c");
            for (int place = 0; place < all.getLength(); place++) {
                Element cell = (Element) all.item(place);
                String column = cell.getAttribute("r").replaceAll("\\d", "");
                while (cells.size() < column.charAt(0) - 'A') {
                    cells.add("");
                }
                String text = cell.getTextContent();
                cells.add(cell.getAttribute("t").equals("s") ? words.get(Integer.parseInt(text)) : text);
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static Map<String, Document> parts(byte[] book) throws Exception {
        Map<String, Document> parts = new HashMap<>();
        Path file = Files.write(Files.createTempFile("book", ".xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), read(zip.getInputStream(entry).readAllBytes()));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static Document read(byte[] xml) throws Exception {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Element> of(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }
}
