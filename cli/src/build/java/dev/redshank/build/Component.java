package dev.redshank.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A library of the distribution, as the list of components (CycloneDX) tells it.
 *
 * @param licences SPDX's names, or what the library calls them; it may be used under any one of them
 */
record Component(String name, String version, List<String> licences) {
  Component {
    licences = List.copyOf(licences);
  }

  /** Reads the components of others, by name. */
  static List<Component> read(Path bom) throws IOException {
    List<Component> components = new ArrayList<>();
    for (Element list : children(parse(bom), "components")) {
      for (Element each : children(list, "component")) {
        if (!text(each, "group").equals("dev.redshank")) {
          components.add(new Component(text(each, "name"), text(each, "version"), licences(each)));
        }
      }
    }
    components.sort(Comparator.comparing(Component::name));
    return components;
  }

  private static Element parse(Path bom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(bom.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IOException(bom + " cannot be read", broken);
    }
  }

  private static List<String> licences(Element component) {
    List<String> names = new ArrayList<>();
    for (Element all : children(component, "licenses")) {
      for (Element licence : children(all, "license")) {
        String id = text(licence, "id");
        names.add(id.isEmpty() ? text(licence, "name") : id);
      }
      children(all, "expression").forEach(expression -> names.add(expression.getTextContent()));
    }
    return names;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
