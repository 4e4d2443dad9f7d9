from uvicorn.main import main

main()
