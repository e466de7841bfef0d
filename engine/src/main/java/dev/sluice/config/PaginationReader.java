package dev.sluice.config;

import dev.sluice.config.Pagination.Cursor;
import dev.sluice.config.Pagination.Multiple;
import dev.sluice.config.Pagination.None;
import dev.sluice.config.Pagination.Offset;
import dev.sluice.config.Pagination.Pagenum;
import dev.sluice.config.Pagination.ResponseParam;
import dev.sluice.config.Pagination.ResponseUrl;
import dev.sluice.config.Pagination.ScrollRequest;
import dev.sluice.config.Pagination.ZendeskResponseUrl;
import dev.sluice.json.JsonString;
import dev.sluice.php.IntCast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads [Pagination] and reports all that is wrong with it before the first request.
public final class PaginationReader {
  private static final List<String> METHODS =
      List.of(
          "offset",
          "pagenum",
          "response.url",
          "response.param",
          "cursor",
          "multiple",
          "zendesk.response.url");

  private PaginationReader() {}

  /// {@return the pagination; none when the option is empty or no object}
  ///
  /// @param node `parameters.api.pagination`
  public static Pagination read(ConfigNode node) {
    if (node.isEmpty() || !node.isMapOrList()) {
      return Pagination.NONE;
    }
    checkPages(node.at("pages"));
    return pagination(node);
  }

  /// The option does nothing, but the original checks its type (spec: run-and-http §2.1).
  private static void checkPages(ConfigNode node) {
    boolean isInteger =
        switch (node.value()) {
          case dev.sluice.json.JsonNumber number -> number.isInteger();
          case JsonString(String text) -> text.matches("[0-9]+");
          default -> false;
        };
    if (!node.present() || isInteger) {
      hintAtPages(node);
    } else {
      node.error(
          "Value \"pages\" in \"api.pagination\" has to be int, %s given."
              .formatted(PagingOptions.typeName(node.value())),
          "It has no effect here; 'forceStop.pages' limits the pages of a job.");
    }
  }

  private static void hintAtPages(ConfigNode node) {
    if (node.present()) {
      node.problems()
          .hint(
              node.path(),
              "The option 'pages' has no effect here.",
              "'forceStop.pages' limits the pages of a job.");
    }
  }

  private static Pagination pagination(ConfigNode node) {
    return new Pagination(method(node), StopRulesReader.read(node));
  }

  private static Pagination.Method method(ConfigNode node) {
    ConfigNode method = node.at("method");
    if (method.isEmpty()) {
      return new None();
    }
    return switch (method.string().orElse("")) {
      case "offset" -> offset(node);
      case "pagenum" -> pagenum(node);
      case "response.url" -> responseUrl(node);
      case "response.param" -> responseParam(node);
      case "cursor" -> cursor(node);
      case "zendesk.response.url" -> zendesk(node);
      case "multiple" -> multiple(node);
      default -> unknown(method);
    };
  }

  private static Pagination.Method unknown(ConfigNode method) {
    String given = method.string().orElseGet(() -> PagingOptions.json(method));
    method.error(
        "Unknown pagination method '%s'".formatted(given),
        "There are " + String.join(", ", METHODS) + ".");
    return new None();
  }

  private static Offset offset(ConfigNode node) {
    ConfigNode limit = node.at("limit");
    if (limit.isEmpty()) {
      limit.error("Missing 'pagination.limit' attribute required for offset pagination");
    }
    return new Offset(
        PagingOptions.limit(limit).orElse(1),
        PagingOptions.text(node.at("limitParam")).orElse("limit"),
        PagingOptions.text(node.at("offsetParam")).orElse("offset"),
        PagingOptions.flag(node.at("firstPageParams"), true),
        PagingOptions.flag(node.at("offsetFromJob"), false));
  }

  private static Pagenum pagenum(ConfigNode node) {
    ConfigNode firstPage = node.at("firstPage");
    return new Pagenum(
        PagingOptions.limit(node.at("limit")),
        PagingOptions.text(node.at("limitParam")).orElse("limit"),
        PagingOptions.text(node.at("pageParam")).orElse("page"),
        firstPage.isNull() ? 1 : IntCast.of(firstPage.value()),
        PagingOptions.flag(node.at("firstPageParams"), true));
  }

  private static ResponseUrl responseUrl(ConfigNode node) {
    return new ResponseUrl(
        PagingOptions.text(node.at("urlKey")).orElse("next_page"),
        PagingOptions.text(node.at("delimiter")).orElse("."),
        PagingOptions.flag(node.at("includeParams"), false),
        PagingOptions.flag(node.at("paramIsQuery"), false));
  }

  private static ResponseParam responseParam(ConfigNode node) {
    return new ResponseParam(
        PagingOptions.required(
            node.at("responseParam"), "Missing required 'pagination.responseParam' parameter."),
        PagingOptions.required(
            node.at("queryParam"), "Missing required 'pagination.queryParam' parameter."),
        PagingOptions.flag(node.at("includeParams"), false),
        scrollRequest(node.at("scrollRequest")));
  }

  private static Optional<ScrollRequest> scrollRequest(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.isMapOrList()) {
      node.error("'pagination.scrollRequest' must be a job-like array.");
    }
    return Optional.of(
        new ScrollRequest(
            endpoint(node.at("endpoint")),
            DefaultOptionsReader.method(node.at("method")),
            DefaultOptionsReader.map(node.at("params"), "params"),
            DefaultOptionsReader.map(node.at("headers"), "headers")));
  }

  private static Optional<String> endpoint(ConfigNode node) {
    if (node.present() && node.string().isEmpty()) {
      node.error("The \"endpoint\" property must be specified in request as a string.");
    }
    return node.string();
  }

  private static Cursor cursor(ConfigNode node) {
    return new Cursor(
        PagingOptions.required(
            node.at("idKey"),
            "Missing 'pagination.idKey' attribute required for cursor pagination"),
        PagingOptions.required(
            node.at("param"),
            "Missing 'pagination.param' attribute required for cursor pagination"),
        PagingOptions.wholeNumber(node.at("increment")).orElse(0),
        PagingOptions.flag(node.at("reverse"), false));
  }

  private static ZendeskResponseUrl zendesk(ConfigNode node) {
    return new ZendeskResponseUrl(
        PagingOptions.text(node.at("urlKey")).orElse("next_page"),
        PagingOptions.flag(node.at("includeParams"), false),
        PagingOptions.flag(node.at("paramIsQuery"), false));
  }

  private static Multiple multiple(ConfigNode node) {
    ConfigNode scrollers = node.at("scrollers");
    if (scrollers.isEmpty() || !scrollers.isMapOrList()) {
      scrollers.error("At least one scroller must be configured for \"multiple\" scroller.");
    }
    Map<String, Pagination> read = new LinkedHashMap<>();
    scrollers
        .entries()
        .forEach((name, entry) -> {
          if (entry.isMapOrList()) {
            hintAtPages(entry.at("pages"));
            read.put(name, pagination(entry));
          } else {
            entry.error("Scroller configuration for " + name + "must be array.");
          }
        });
    return new Multiple(read, preferred(node.at("default"), scrollers));
  }

  private static Optional<String> preferred(ConfigNode node, ConfigNode scrollers) {
    Optional<String> name = PagingOptions.text(node);
    if (name.isPresent() && !scrollers.entries().containsKey(name.get())) {
      node.error(
          "Default scroller '%s' does not exist".formatted(name.get()),
          "Scrollers defined: " + String.join(", ", scrollers.entries().keySet()) + ".");
      return Optional.empty();
    }
    return name;
  }
}
