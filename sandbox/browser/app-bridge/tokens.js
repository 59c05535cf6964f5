// Session tokens, always fresh: they die in a minute, and asking costs one message.
(function (bridge) {
  bridge.idToken = () => bridge.ask("id-token");
})(window.sandboxAppBridge);
